/** A node that should be there. Texts stay texts: nothing here reads HTML. */
export type Child = Wanted | string | false | undefined;

export type Wanted = {
  readonly tag: string;
  /** Children of one parent that have a key keep their element, in whatever order they come. */
  readonly key?: string;
  readonly attributes: Attributes;
  readonly on: Handlers;
  readonly children: readonly Child[];
};

type Handlers = Readonly<Record<string, (event: Event) => void>>;

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** @param settings attributes, of which `true` is empty and `false` absent; a key; listeners */
export function h(tag: string, settings: object = {}, ...children: readonly Child[]): Wanted {
  const {
    key,
    on = {},
    ...attributes
  } = settings as Partial<Pick<Wanted, 'key' | 'on'>> & Attributes;
  return { tag, ...(key === undefined ? {} : { key }), attributes, on, children };
}

const made = new WeakMap<Node, Wanted>();

/**
 * Makes an element's children those that are wanted, and changes no more than that takes: the focus, what is typed and the
 * place in the page stay.
 */
export function patch(parent: Element, children: readonly Child[]): void {
  const free = [...parent.childNodes];
  const nodes = children.flatMap((one) => {
    if (one === undefined || one === false || one === '') return [];
    const at = free.findIndex((node) => fits(node, one));
    return updated(at < 0 ? fresh(one) : (free.splice(at, 1)[0] as Node), one);
  });
  for (const node of free) node.remove();
  nodes.forEach((node, i) => {
    if (parent.childNodes[i] !== node) parent.insertBefore(node, parent.childNodes[i] ?? null);
  });
}

function fits(node: Node, wanted: Wanted | string): boolean {
  if (typeof wanted === 'string') return node.nodeType === Node.TEXT_NODE;
  const before = made.get(node);
  return before?.tag === wanted.tag && before.key === wanted.key;
}

function fresh(wanted: Wanted | string): Node {
  if (typeof wanted === 'string') return document.createTextNode(wanted);
  const element = document.createElement(wanted.tag);
  made.set(element, { ...wanted, attributes: {}, on: {} });
  return element;
}

function updated(node: Node, wanted: Wanted | string): Node {
  if (typeof wanted === 'string') {
    if (node.nodeValue !== wanted) node.nodeValue = wanted;
    return node;
  }
  const element = node as Element;
  const before = made.get(element);
  made.set(element, wanted);
  for (const type of Object.keys(wanted.on))
    if (!before?.on[type]) element.addEventListener(type, (event) => heard(element, event));
  const names = Object.keys({ ...before?.attributes, ...wanted.attributes });
  for (const name of names) setAttribute(element, name, wanted.attributes[name]);
  patch(element, wanted.children);
  return element;
}

/** An element's listeners are those that were wanted last. */
const heard = (element: Element, event: Event): void => made.get(element)?.on[event.type]?.(event);

function setAttribute(element: Element, name: string, value: Attributes[string]): void {
  if (element instanceof HTMLInputElement && name === 'checked') element.checked = value === true;
  else if (value === undefined || value === false) element.removeAttribute(name);
  else if (element.getAttribute(name) !== shown(value)) element.setAttribute(name, shown(value));
}

const shown = (value: string | number | true): string => (value === true ? '' : String(value));
