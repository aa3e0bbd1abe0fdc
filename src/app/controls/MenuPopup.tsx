import { Menu } from '@base-ui/react/menu';
import type { ReactNode, RefObject } from 'react';
import { popupRoot } from './popupRoot.ts';
import styles from './Menu.module.css';

/** What a menu stands at: an element, or a point of the screen. */
export type MenuAnchor = RefObject<HTMLElement | null> | { getBoundingClientRect(): DOMRect };

interface MenuPopupProps {
  label: string;
  anchor: MenuAnchor;
  align?: 'start' | 'end';
  /** Where the focus goes when it closes. */
  home: RefObject<HTMLElement | null>;
  onClose: () => void;
  children: ReactNode;
}

/** An open menu. Arrow keys move, letters jump, Escape closes. */
export default function MenuPopup({ label, anchor, align = 'end', home, onClose, children }: MenuPopupProps) {
  return (
    <Menu.Root open onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal container={popupRoot}>
        <Menu.Positioner
          anchor={anchor}
          align={align}
          sideOffset={4}
          // A button is not covered; at a mere point all the height that there is may be taken.
          collisionAvoidance={'current' in anchor ? {} : { side: 'shift', align: 'shift' }}
          className={styles.positioner}
        >
          <Menu.Popup className={styles.popup} aria-label={label} finalFocus={home}>
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
