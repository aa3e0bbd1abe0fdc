import { CommandMenuItem } from '../../../commands/CommandMenuItem.tsx';
import { useCommand } from '../../../commands/useCommand.ts';
import { MenuItem, MenuLine } from '../../../controls/index.ts';
import { useSessionState } from '../../../session.tsx';

/** Where there is a folder, its key saves there. */
function DownloadThisFile() {
  const { title, keys, enabled, run } = useCommand('export.download');
  const saved = useSessionState(({ folder }) => folder !== null);
  return <MenuItem title={title} keys={saved ? undefined : keys} disabled={!enabled} onClick={run} />;
}

/** The ways to take the work away. */
export function ExportItems() {
  return (
    <>
      <CommandMenuItem id="export.copy" />
      <CommandMenuItem id="export.copy-all" />
      <MenuLine />
      <DownloadThisFile />
      <CommandMenuItem id="export.download-all" />
      <MenuLine />
      <CommandMenuItem id="export.commit" />
      <CommandMenuItem id="export.patch" />
      <MenuLine />
      <CommandMenuItem id="export.picture" />
      <CommandMenuItem id="export.embed" />
    </>
  );
}
