import { Menu } from '@base-ui/react/menu';
import { useLayoutEffect, type ReactNode, type RefObject } from 'react';
import { giveTyped } from '../commands/giveTyped.ts';
import { keepTyping, takeTyped } from '../commands/typedAhead.ts';
import { CloseMenu } from './MenuParts.tsx';
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
  // It takes the keyboard a frame or more after it was asked for: the letters of a line may be typed by then.
  useLayoutEffect(() => {
    keepTyping();
    return () => void takeTyped();
  }, []);
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
          <Menu.Popup
            className={styles.popup}
            aria-label={label}
            finalFocus={home}
            onFocus={() => void giveTyped()}
          >
            <CloseMenu value={onClose}>{children}</CloseMenu>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
