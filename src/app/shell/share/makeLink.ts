import {
  isShareable,
  linkFragment,
  MAX_LINK_CHARACTERS,
  workspaceFromText,
  workspaceText,
  type Link,
  type SharedWorkspace,
} from '../../../exchange/index.ts';

/** A link that carries a workspace; or that there can be none, since it holds too much. */
export interface MadeLink {
  /** Null where it would be longer than is opened again. */
  readonly url: string | null;
  /** How long the link is, or would be, in characters; null where there is too much to find out. */
  readonly length: number | null;
}

/** The link to a page that opens a workspace in it. `page` is the page's address. Pure: the same files, the same link. */
export function makeLink(
  page: string,
  shared: SharedWorkspace,
  place: Omit<Link, 'workspace'> = {},
): MadeLink {
  if (!isShareable(shared)) return { url: null, length: null };
  const text = workspaceText(shared);
  const url = page.replace(/[?#].*$/, '') + linkFragment({ ...place, workspace: text });
  const opens = text.length <= MAX_LINK_CHARACTERS && !('refused' in workspaceFromText(text));
  return { url: opens ? url : null, length: url.length };
}

/** How far a link of this length comes: what may cut it off on its way, in words. */
export function sayReach(length: number): string {
  if (length <= 2_000) return 'Short enough for any chat, mail or document.';
  if (length <= 8_000)
    return 'Documents, wikis and issues take it. Some chats allow messages of 2,000 characters only.';
  return 'Long: browsers open it, but chats and mail programs may cut it off. Put it behind words in a document, or hand on the file.';
}
