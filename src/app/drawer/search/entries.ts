import type { FoundName, NamePlaceFound } from '../../../language/index.ts';
import type { Resource } from '../../../istio/index.ts';
import type { LineHit } from '../../../text/index.ts';
import type { Found, SearchState, Wanted } from './searchState.ts';

export type Group =
  | { readonly kind: 'host' | 'subset'; readonly name: FoundName; readonly count: number }
  | { readonly kind: 'resources'; readonly count: number }
  | { readonly kind: 'file'; readonly path: string; readonly count: number };

export type SearchEntry =
  | { readonly key: string; readonly group: Group; readonly folded: boolean }
  | { readonly key: string; readonly within: string; readonly place: NamePlaceFound }
  | { readonly key: string; readonly within: string; readonly resource: Resource }
  | { readonly key: string; readonly within: string; readonly path: string; readonly hit: LineHit }
  | { readonly key: string; readonly more: string };

/** More names of a kind than anybody reads through. */
const MOST_NAMES = 100;

/** So few groups of names stand open by themselves. */
const FEW = 2;

/** How many there are of each kind that can be wanted. */
export function countsOf({ names, text }: Found): Record<Exclude<Wanted, 'all'>, string> {
  const count = (many: number): string => many.toLocaleString('en');
  return {
    hosts: count(names.hosts.length),
    subsets: count(names.subsets.length),
    resources: count(names.resources.length),
    text: `${count(text.lines)}${text.cut ? '+' : ''}`,
  };
}

const more = (what: string, left: number): SearchEntry => ({
  key: `more ${what}`,
  more: `${left.toLocaleString('en')} more ${what}: type more letters to find them`,
});

/** What was found, as a list: hosts and subsets with their places, resources, then lines by file. */
export function searchEntries(
  found: Found,
  { wanted, turned }: Pick<SearchState, 'wanted' | 'turned'>,
): SearchEntry[] {
  const { names, text } = found;
  const isWanted = (kind: Wanted): boolean => wanted === 'all' || wanted === kind;
  const entries: SearchEntry[] = [];
  /** Adds the heading of a group; says whether its entries follow. */
  const opens = (key: string, group: Group, byItself: boolean): boolean => {
    const folded = (turned.get(key) ?? (byItself ? 'open' : 'folded')) === 'folded';
    entries.push({ key, group, folded });
    return !folded;
  };
  for (const [kind, all, what] of [
    ['host', names.hosts, 'hosts'],
    ['subset', names.subsets, 'subsets'],
  ] as const) {
    if (!isWanted(what)) continue;
    for (const name of all.slice(0, MOST_NAMES)) {
      const key = `${kind} ${name.host} ${name.name}`;
      if (!opens(key, { kind, name, count: name.places.length }, wanted === what && all.length <= FEW))
        continue;
      for (const [index, place] of name.places.entries())
        entries.push({ key: `${key} ${index}`, within: key, place });
    }
    if (all.length > MOST_NAMES) entries.push(more(what, all.length - MOST_NAMES));
  }
  const { resources } = names;
  if (isWanted('resources') && resources.length > 0) {
    const byItself = wanted === 'resources' || resources.length <= FEW;
    if (opens('resources', { kind: 'resources', count: resources.length }, byItself)) {
      for (const resource of resources.slice(0, MOST_NAMES))
        entries.push({ key: `resource ${resource.id}`, within: 'resources', resource });
      if (resources.length > MOST_NAMES) entries.push(more('resources', resources.length - MOST_NAMES));
    }
  }
  for (const { path, lines } of isWanted('text') ? text.files : []) {
    const key = `file ${path}`;
    if (!opens(key, { kind: 'file', path, count: lines.length }, true)) continue;
    for (const hit of lines) entries.push({ key: `${key} ${hit.line}`, within: key, path, hit });
  }
  if (isWanted('text') && text.cut)
    entries.push({
      key: 'more lines',
      more: `Only the first ${text.lines.toLocaleString('en')} lines are listed: type more letters to find the others`,
    });
  return entries;
}

/** Whether somebody can go there: all but headings and remarks. */
export const isPlace = (entry: SearchEntry): entry is Extract<SearchEntry, { readonly within: string }> =>
  'within' in entry;
