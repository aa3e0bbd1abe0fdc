/** What a key press says, of a `KeyboardEvent`. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

interface Shortcut {
  readonly mod: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

/** Reads `Mod+Shift+Z`. A plus as the key itself is written `Plus`. */
function parse(keys: string): Shortcut {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  return {
    mod: parts.includes('Mod'),
    ctrl: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: key === 'Plus' ? '+' : key === 'Space' ? ' ' : key,
  };
}

/** Whether the press is this shortcut; `mac` says which key `Mod` is. */
export function matches(keys: string, press: KeyPress, mac: boolean): boolean {
  const wanted = parse(keys);
  const ctrl = wanted.ctrl || (wanted.mod && !mac);
  const meta = wanted.mod && mac;
  if (press.ctrlKey !== ctrl || press.metaKey !== meta || press.altKey !== wanted.alt) return false;
  // Which punctuation needs Shift depends on the layout, so there the character alone counts.
  const punctuation = wanted.key.length === 1 && !/[a-z0-9 ]/i.test(wanted.key);
  if (!punctuation && press.shiftKey !== wanted.shift) return false;
  if (press.key.toLowerCase() === wanted.key.toLowerCase()) return true;
  // With Alt a Mac gives another character, with a Cyrillic or Greek layout another letter: then the place counts.
  return (
    /^[a-z]$/i.test(wanted.key) &&
    !/^[a-z]$/i.test(press.key) &&
    press.code === `Key${wanted.key.toUpperCase()}`
  );
}

const macSigns: Record<string, string> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };
const names: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Plus: '+',
  Delete: 'Del',
};

/** As people know it: `⇧⌘Z` on a Mac, `Ctrl+Shift+Z` elsewhere. */
export function formatKeys(keys: string, mac: boolean): string {
  const parts = keys.split('+').map((part) => names[part] ?? part);
  if (!mac) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
  const order = ['⌃', '⌥', '⇧', '⌘'];
  const signs = parts.slice(0, -1).map((part) => macSigns[part] ?? part);
  return signs.sort((a, b) => order.indexOf(a) - order.indexOf(b)).join('') + (parts.at(-1) ?? '');
}

/** As assistive technology reads it, for `aria-keyshortcuts`. */
export function ariaKeys(keys: string, mac: boolean): string {
  return keys.replace('Mod', mac ? 'Meta' : 'Control').replace('Ctrl', 'Control');
}
