import type { OfflineState } from '../../browser/index.ts';

/** Whether the page works without a network, in a sentence or two. */
export const OFFLINE_WORDS: Readonly<Record<OfflineState, string>> = {
  unknown: 'This page looks in a moment whether it can be kept in this browser.',
  preparing:
    'The page is being kept in this browser, with the editor and all lessons. It takes about 2 MB, once.',
  ready:
    'Ready: the page is kept in this browser, with the editor and all lessons. It opens and works without a network.',
  failed:
    'Something could not be fetched, so the page needs the network still. It is tried again when you open it the next time.',
  insecure:
    'At this address the browser keeps no page for work without a network: that takes https://, or localhost. Everything else works, and your work is saved in this browser.',
  unavailable:
    'This browser does not keep pages here: in a private window, inside another page, or where storage is blocked. Everything else works.',
};
