"use strict";
// A passage of an article is <document#char=START,END>: bring it out, whatever the pieces it was cut into.
const show = () => {
  const found = /^#(?:char|amount)=(\d+),(\d+)$/.exec(decodeURIComponent(location.hash));
  const text = document.getElementById("text");
  if (!found || !text) return;
  const [start, end] = found.slice(1).map(Number);
  for (const old of text.querySelectorAll(".chosen")) old.replaceWith(...old.childNodes);
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const pieces = [];
  let at = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode, letters = Array.from(node.data); // offsets count code points
    const from = Math.max(start - at, 0), to = Math.min(end - at, letters.length);
    if (from < to) pieces.push([node, letters.slice(0, from).join("").length, letters.slice(0, to).join("").length]);
    at += letters.length;
  }
  for (const [node, from, to] of pieces) {
    const range = document.createRange(), mark = document.createElement("mark");
    range.setStart(node, from);
    range.setEnd(node, to);
    mark.className = "chosen";
    range.surroundContents(mark);
  }
  text.querySelector(".chosen")?.scrollIntoView({ block: "center" });
};
addEventListener("hashchange", show);
show();
