import { download } from '../../browser/index.ts';
import { fileText } from '../../text/index.ts';
import { panes } from '../commands/panes.ts';
import { tellFailure } from '../commands/tellFailure.ts';
import { MenuItem, MenuLine } from '../controls/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import { copyFile } from '../shell/export/export.ts';

/** What can be done with a file. */
export default function FileMenu({ path }: { path: string }) {
  const session = useSession();
  const changed = useSessionState(({ workspace }) => {
    const opened = fileText(workspace.opened, path);
    return opened !== undefined && opened !== fileText(workspace.files, path);
  });
  const now = () => ({ path, text: fileText(session.getState().workspace.files, path) ?? '' });
  const copy = () => copyFile(session, now()).catch(tellFailure(session, 'Nothing was copied'));
  return (
    <>
      <MenuItem title="Rename…" keys="F2" onClick={() => panes.shell?.openDialog('rename-file', path)} />
      <MenuItem title="Copy" onClick={() => void copy()} />
      <MenuItem title="Download" onClick={() => download(path, now().text)} />
      <MenuLine />
      <MenuItem
        title="Put back as opened…"
        disabled={!changed}
        onClick={() => panes.shell?.openDialog('revert', path)}
      />
      <MenuItem
        title="Delete…"
        keys="Del"
        danger
        onClick={() => panes.shell?.openDialog('delete-file', path)}
      />
      <MenuLine />
      <MenuItem title="New file…" onClick={() => panes.shell?.openDialog('new-file')} />
    </>
  );
}
