// {% kbd Ctrl S %}: keys as a reader presses them. An example of a tag of one's own.

/** @type {import('mojing').Script} */
export default ({ tag }) => {
  // Arguments arrive escaped.
  tag('kbd', ({ args }) => args.map((key) => `<kbd>${key}</kbd>`).join('+'));
};
