import { Ellipsis } from 'lucide-react';
import { CommandMenuItem } from '../../commands/CommandMenuItem.tsx';
import { DropMenu, IconButton, MenuLine } from '../../controls/index.ts';

/** What is wanted seldom: panes, the sample, help. */
export function MoreMenu() {
  return (
    <DropMenu
      label="More"
      trigger={
        <IconButton label="More">
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
    >
      <CommandMenuItem id="view.toggle-rail" />
      <CommandMenuItem id="view.toggle-form" />
      <CommandMenuItem id="view.toggle-yaml" />
      <CommandMenuItem id="view.toggle-drawer" />
      <MenuLine />
      <CommandMenuItem id="file.revert" />
      <CommandMenuItem id="file.reset-to-sample" />
      <MenuLine />
      <CommandMenuItem id="help.shortcuts" />
      <CommandMenuItem id="help.about" />
    </DropMenu>
  );
}
