import { linkFragment, MAX_LINK_CHARACTERS, workspaceText } from '../../exchange/index.ts';
import type { Workspace } from '../../session/index.ts';

/** More text than this is not even tried: it would not fit by far. */
const HOPELESS = 2_000_000;

/** The address of the whole page with these files in it; null where they are too many for a link. */
export function wholeLink({ name, files }: Pick<Workspace, 'name' | 'files'>): string | null {
  if (files.reduce((sum, { text }) => sum + text.length, 0) > HOPELESS) return null;
  const workspace = workspaceText({ name, files });
  if (workspace.length > MAX_LINK_CHARACTERS) return null;
  return location.href.replace(/[?#].*$/, '') + linkFragment({ workspace });
}
