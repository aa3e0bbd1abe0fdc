import type { CompletionItem } from '../../../language/index.ts';

/** Of many items the first `most` that fit what is typed already: its letters in this order, as Monaco matches. All, if few. */
export function fitting(
  items: readonly CompletionItem[],
  text: string,
  offset: number,
  most: number,
): readonly CompletionItem[] {
  if (items.length <= most) return items;
  const found: CompletionItem[] = [];
  for (const item of items) {
    const typed = text.slice(item.replace.from, offset).replace(/^[\s'"]+/, '');
    if (holdsInOrder(item.label.toLowerCase(), typed.toLowerCase())) found.push(item);
    if (found.length === most) break;
  }
  return found;
}

function holdsInOrder(label: string, typed: string): boolean {
  let at = 0;
  for (const letter of typed) {
    at = label.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
