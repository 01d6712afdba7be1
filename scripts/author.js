// <link rel="author"> in the head of every page. An example of an injection of one's own.

/** @type {import('mojing').Script} */
export default ({ injector }) => {
  // Four points: `head_begin`, `head_end`, `body_begin`, `body_end`.
  injector('head_end', '<link rel="author" href="https://ctext.org/mozi/zh">');
};
