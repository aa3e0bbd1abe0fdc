import { copyText, download } from '../../../browser/index.ts';
import type { Session } from '../../../session/index.ts';
import type { TextFile } from '../../../text/index.ts';
import { joinFiles } from './joinFiles.ts';

function activeFile(session: Session): TextFile | undefined {
  const { activeFile: path, workspace } = session.getState();
  return workspace.files.find((file) => file.path === path);
}

async function copy(session: Session, text: string, what: string): Promise<void> {
  await copyText(text);
  session.dispatch({ type: 'notify', notice: { tone: 'info', title: `${what} copied` } });
}

export async function copyFile(session: Session, file: TextFile): Promise<void> {
  await copy(session, file.text, file.path);
}

export async function copyActiveFile(session: Session): Promise<void> {
  const file = activeFile(session);
  if (file) await copyFile(session, file);
}

export async function copyAllFiles(session: Session): Promise<void> {
  const { files } = session.getState().workspace;
  await copy(session, joinFiles(files), files.length === 1 ? '1 file' : `${files.length} files`);
}

export function downloadActiveFile(session: Session): void {
  const file = activeFile(session);
  if (file) download(file.path, file.text);
}

export async function downloadAllFiles(session: Session): Promise<void> {
  const { files, name } = session.getState().workspace;
  const { zipFiles } = await import('./zip.ts');
  download(`${name}.zip`, zipFiles(files));
}
