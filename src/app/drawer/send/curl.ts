import { copyText, readCopied } from '../../../browser/index.ts';
import { isCurl, parseCurl, toCurl } from '../../../exchange/index.ts';
import type { Session } from '../../../session/index.ts';
import { RequestError } from '../../../traffic/index.ts';
import { draftOf, isObjection, requestOf } from './draft.ts';
import { sendStore } from './sendState.ts';

/** Takes a curl command into the fields. Returns false for any other text. */
export function takeCurl(text: string): boolean {
  if (!isCurl(text)) return false;
  const { draft } = sendStore.get();
  try {
    sendStore.set({ draft: draftOf(parseCurl(text, draft.caller)), objection: null });
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    sendStore.set({ objection: { field: 'url', text: error.message } });
  }
  return true;
}

/** Takes the curl command that is on the clipboard, or says why that cannot be. */
export async function pasteCurl(session: Session): Promise<void> {
  const text = await readCopied();
  if (text !== null && takeCurl(text)) return;
  session.dispatch({
    type: 'notify',
    notice:
      text === null
        ? {
            tone: 'error',
            title: 'The browser did not allow reading the clipboard',
            detail: 'Paste the command into the field for the URL instead.',
          }
        : {
            tone: 'error',
            title: 'There is no curl command on the clipboard',
            detail: 'Copy one, and paste it again.',
          },
  });
}

/** Puts the request in the fields on the clipboard, as a curl command. */
export async function copyAsCurl(session: Session): Promise<void> {
  const made = requestOf(sendStore.get().draft);
  if (isObjection(made)) {
    sendStore.set({ objection: made });
    return;
  }
  const notify = (tone: 'info' | 'error', title: string) =>
    session.dispatch({ type: 'notify', notice: { tone, title } });
  try {
    await copyText(toCurl(made));
    notify('info', 'Copied as a curl command');
  } catch (error) {
    notify('error', error instanceof Error ? error.message : String(error));
  }
}
