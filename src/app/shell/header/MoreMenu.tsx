import { Ellipsis } from 'lucide-react';
import { DropMenu, IconButton } from '../../controls/index.ts';
import { MoreItems } from './menuItems.ts';

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
      <MoreItems />
    </DropMenu>
  );
}
