const SVG = 'http://www.w3.org/2000/svg';

/**
 * Builds an element. Children are elements or texts; texts only ever become text nodes, so that nothing in the data is
 * read as HTML. Attributes that are null, undefined or false are left out; functions listen to the event of their name.
 */
export function el(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for parts of an SVG. */
export function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  add(element, children);
  return element;
}

/** Appends elements and texts; null, undefined and false are left out. */
export function add(element, children) {
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
}

/** Puts other children in place of those there are. */
export function replace(element, ...children) {
  element.replaceChildren();
  add(element, children);
}
