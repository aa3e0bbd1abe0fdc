import { copyText, download } from '../../../browser/index.ts';
import { gitPatch } from '../../../exchange/index.ts';
import type { Session } from '../../../session/index.ts';
import { commitStore } from './readyState.ts';

export const PATCH_FILE = 'changes.patch';

function patchOf(session: Session) {
  const { id, opened, files } = session.getState().workspace;
  return gitPatch(opened, files, { folder: commitStore.get().folders[id] ?? '' });
}

const tell = (session: Session, title: string, odd: number) =>
  session.dispatch({
    type: 'notify',
    notice: {
      tone: 'info',
      title,
      detail: `In the checkout: git apply ${odd ? '--whitespace=nowarn ' : ''}${PATCH_FILE}`,
    },
  });

export function downloadPatch(session: Session): void {
  const { text, odd } = patchOf(session);
  download(PATCH_FILE, text);
  tell(session, 'The changes are downloaded as a patch', odd);
}

export async function copyPatch(session: Session): Promise<void> {
  const { text, odd } = patchOf(session);
  await copyText(text);
  tell(session, 'The changes are copied as a patch', odd);
}
