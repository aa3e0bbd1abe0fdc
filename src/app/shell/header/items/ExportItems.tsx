import { CommandMenuItem } from '../../../commands/CommandMenuItem.tsx';
import { MenuLine } from '../../../controls/index.ts';

/** The ways to take the work away. */
export function ExportItems() {
  return (
    <>
      <CommandMenuItem id="export.copy" />
      <CommandMenuItem id="export.copy-all" />
      <MenuLine />
      <CommandMenuItem id="export.download" />
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
