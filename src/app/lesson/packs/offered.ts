import { fetchBeside } from '../../../browser/index.ts';
import { OFFERED_LIST, readOffered } from '../../../lessons/index.ts';
import { packStore } from './packStore.ts';

const LONGEST = 50_000;

/** Reads which packs lie beside the page. A host without a list, and a page that is offline, offer none. */
export async function loadOffered(): Promise<void> {
  const bytes = await fetchBeside(OFFERED_LIST, LONGEST).catch(() => new Uint8Array());
  packStore.set({ offered: readOffered(new TextDecoder().decode(bytes)) });
}
