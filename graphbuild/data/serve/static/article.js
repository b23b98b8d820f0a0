"use strict";
// What an article says is <document#char=START,END>: marked out, whatever the pieces its text was cut into.
const text = document.getElementById("text");
const bringOut = (start, end) => {
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
};

const show = () => {
  const found = /^#(?:char|amount)=(\d+),(\d+)$/.exec(decodeURIComponent(location.hash));
  if (!found || !text) return;
  bringOut(...found.slice(1).map(Number));
  text.querySelector(".chosen")?.scrollIntoView({ block: "center" });
};
addEventListener("hashchange", show);
show();

// Beside the text that claims are compared with: the words of the one that is pointed at.
const beside = document.querySelector(".beside");
for (const claim of beside ? document.querySelectorAll("[data-at]") : []) {
  const point = () => {
    bringOut(...claim.dataset.at.split(",").map(Number));
    const mark = beside.querySelector(".chosen")?.getBoundingClientRect(), room = beside.getBoundingClientRect();
    const seen = !mark || (mark.top >= room.top && mark.bottom <= room.bottom);
    if (!seen && getComputedStyle(beside).position === "sticky") beside.scrollTop += mark.top - room.top - room.height / 3;
  };
  for (const event of ["mouseenter", "focusin"]) claim.addEventListener(event, point);
}
