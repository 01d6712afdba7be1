// posts.json: how many posts each year has. An example of a generator of one's own.

/** @type {import('mojing').Script} */
export default ({ generator }) => {
  generator('numbers', (graph) => {
    const years = graph.archives.filter(({ month }) => month === undefined);
    const counts = Object.fromEntries(years.map(({ year, posts }) => [year, posts.length]));
    return [{ path: 'posts.json', text: `${JSON.stringify(counts)}\n` }];
  });
};
