import type { PackTold } from './packStore.ts';

/** What there is to say of a pack that was just opened, a sentence each. */
export function toldOfPack({ changes, unkept }: PackTold): readonly string[] {
  const kept = unkept === null ? [] : [`It is here until you close the page, and is not kept: ${unkept}`];
  if (!changes) return ['Opened just now.', ...kept];
  const { added, removed, changed } = changes;
  const said = [
    ...(added.length ? [`New: ${listed(added)}.`] : []),
    ...(changed.length ? [`Changed: ${listed(changed)}.`] : []),
    ...(removed.length ? [`Gone: ${listed(removed)}.`] : []),
  ];
  return [
    said.length
      ? `Opened again. ${said.join(' ')} Your progress in the lessons that are still there is kept.`
      : 'Opened again: nothing in it has changed.',
    ...kept,
  ];
}

const MOST = 4;

function listed(titles: readonly string[]): string {
  const named = titles.slice(0, MOST).map((title) => `“${title}”`);
  const more = titles.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
