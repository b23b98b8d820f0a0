// Where data comes from: the blocks of this file. Everything else on the page reads the store.
//
// A server gives the same five functions over HTTP, with answers in the same shape: `open` gives the
// opening picture, the others put what is asked for into the store and resolve when it is there.
const source = (() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  let rest = null;

  /** The opening picture: what the first look needs. */
  function open() {
    const first = read("data");
    for (const n of read("nodes")) addSpot({ id: n.id, x: n.x, y: n.y, size: n.size, type: n.group, name: n.label });
    for (const e of read("edges")) addWay({ id: e.id, from: e.from, to: e.to, wide: e.width, main: e.main, mutual: e.mutual, facts: e.facts });
    groups = first.groups.map(([x, y, r, size, ...names], i) => ({ id: i, at: [x, y], x, y, r, size, names }));
    streams = first.streams;
    summary = first.summary;
    arrive(first);
    return { title: first.title, terms: first.terms, options: read("options") };
  }

  /** Everything, one parcel at a time so that the page stays awake. */
  function all() {
    rest ??= (async () => {
      for (const block of document.querySelectorAll("script.parcel")) {
        arrive(await unpack(block.textContent));
        block.remove();
        await new Promise((done) => setTimeout(done));
      }
    })();
    return rest;
  }

  async function unpack(text) {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  }

  const isHere = { entity: (id) => things.has(id), path: (id) => things.has(id), fact: (id) => facts.has(id), claim: (id) => !!factOfClaim(id) };
  const homes = { entity: things, fact: facts, article: articles };
  /** One name, fact or article with all that is said about it. */
  const need = (kind, id) => (isHere[kind]?.(id) === false && home ? grow(id) : kind === "fact" && facts.get(id)?.claims.every((claim) => articles.has(claim.document)) && !rest && homes[kind].has(id) ? null : all());
  /** The nodes and lines of a part of the picture, and whatever a search or a filter could find. */
  const find = (words) => Promise.all([all(), searchServer(words)]);
  return { open, all, need, around: () => null, find };
})();
