import { isPackAddress } from '../../exchange/index.ts';

/** A pack that lies beside the page, as its list names it. */
export interface OfferedPack {
  /** Relative to the page. */
  readonly address: string;
  readonly title: string;
}

/** The list of what lies beside the page: `{ "packs": ["class.zip", { "file": "day-2.zip", "title": "Day two" }] }`. */
export const OFFERED_LIST = 'packs/index.json';

const MOST = 50;

/** Reads the list. Files are relative to its folder; entries that name no pack there are left out. Never throws. */
export function readOffered(text: string): readonly OfferedPack[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const { packs } = (typeof value === 'object' && value ? value : {}) as { readonly packs?: unknown };
  if (!Array.isArray(packs)) return [];
  return (packs as unknown[]).slice(0, MOST).flatMap((entry) => {
    const { file, title } = (
      typeof entry === 'string' ? { file: entry } : typeof entry === 'object' && entry ? entry : {}
    ) as { readonly file?: unknown; readonly title?: unknown };
    if (typeof file !== 'string' || !isPackAddress(file)) return [];
    const called = typeof title === 'string' && title.trim() ? title.slice(0, 200) : file;
    return { address: `packs/${file}`, title: called };
  });
}
