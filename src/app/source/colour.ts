/**
 * Reads colours of the page's tokens as `#rrggbb`, which is all that Monaco takes. The written value cannot serve: a build
 * shortens it (`#fff`, `red`), so the browser is asked what it makes of it. Ends with `done`.
 */
export function colourReader(root: HTMLElement): {
  readonly read: (token: string) => string;
  readonly done: () => void;
} {
  const probe = root.ownerDocument.createElement('span');
  probe.hidden = true;
  root.append(probe);
  const style = getComputedStyle(probe);
  return {
    read(token) {
      probe.style.color = `var(--${token})`;
      return hexOf(style.color);
    },
    done: () => probe.remove(),
  };
}

/** `rgb(1, 2, 3)` as `#010203`; an alpha is left out. */
export function hexOf(colour: string): string {
  const numbers = colour.match(/[\d.]+/g) ?? [];
  const parts = [0, 1, 2].map((i) => Math.round(Number(numbers[i] ?? 0)));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
