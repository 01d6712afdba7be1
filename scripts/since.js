// {{ since(2024) }} in a template: the years for a footer, `2024–2026`. An example of a helper of one's own.

/** @type {import('mojing').Script} */
export default ({ helper }) => {
  // Helpers see their arguments alone: there is no clock, so the last year is an argument as well.
  helper('since', (first, last) => (last === undefined || last === first ? String(first) : `${first}–${last}`));
};
