import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect, useState } from 'react';
import { popupRoot } from './popupRoot.ts';
import styles from './Tooltips.module.css';

const DELAY = 400;

const tippedIn = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;

/**
 * The tooltips of everything that carries `data-tip`, drawn once for the whole page: so that a button on the first
 * screen is a plain button, and what draws tooltips can come later.
 */
export default function Tooltips() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setAnchor(null);
    };
    const onOver = (event: PointerEvent) => {
      const tipped = event.pointerType === 'touch' ? null : tippedIn(event.target);
      clearTimeout(timer);
      if (tipped) timer = setTimeout(() => setAnchor(tipped), DELAY);
      else setAnchor(null);
    };
    const onFocus = (event: FocusEvent) => {
      const tipped = tippedIn(event.target);
      setAnchor(tipped?.matches(':focus-visible') ? tipped : null);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    document.addEventListener('pointerover', onOver);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('keydown', onKey);
    return () => {
      hide();
      document.removeEventListener('pointerover', onOver);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('keydown', onKey);
    };
  }, []);

  // A menu's own button says enough while the menu is open.
  if (!anchor?.isConnected || anchor.getAttribute('aria-expanded') === 'true') return null;
  return (
    <Tooltip.Root open>
      <Tooltip.Portal container={popupRoot}>
        <Tooltip.Positioner anchor={anchor} sideOffset={6} className={styles.positioner}>
          <Tooltip.Popup className={styles.tooltip}>
            {anchor.dataset['tip']}
            {anchor.dataset['tipKeys'] && <kbd>{anchor.dataset['tipKeys']}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
