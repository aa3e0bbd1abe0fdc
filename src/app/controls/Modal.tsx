import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { giveTyped } from '../commands/giveTyped.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Modal.module.css';

export interface ModalProps {
  title: string;
  description?: ReactNode;
  onClose: () => void;
  /** Buttons at the end; without them the dialog closes by its corner. */
  actions?: ReactNode;
  /** Where the keyboard starts; else at the first thing inside, or the first button at the end. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** `true` for more than a few fields, `full` for two columns, `screen` for as much as there is. */
  wide?: boolean | 'full' | 'screen';
  children?: ReactNode;
}

const TAKES_FOCUS = 'button:not([tabindex="-1"]), input:not([hidden]), select, textarea';

/** A dialog over the page. Escape and a press beside it close it; the focus then returns to where it was. */
export function Modal({ title, description, onClose, actions, initialFocus, wide, children }: ModalProps) {
  const popup = useRef<HTMLDivElement>(null);
  const [before] = useState(() => document.activeElement);
  // Where that is gone, nobody is led to where some other dialog was opened long ago.
  const giveBack = () => before !== document.body && before?.isConnected === true;
  const firstInside = () =>
    popup.current?.querySelector<HTMLElement>(`[data-body] :is(${TAKES_FOCUS})`) ??
    popup.current?.querySelector<HTMLElement>(`[data-actions] :is(${TAKES_FOCUS})`) ??
    popup.current;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Viewport className={styles.viewport}>
          <Dialog.Popup
            className={[
              styles.popup,
              wide && styles.wide,
              wide === 'full' && styles.full,
              wide === 'screen' && styles.screen,
            ]
              .filter(Boolean)
              .join(' ')}
            ref={popup}
            initialFocus={initialFocus ?? firstInside}
            finalFocus={giveBack}
            // A frame or more after it was asked for.
            onFocus={() => void giveTyped()}
          >
            <div className={styles.head}>
              <Dialog.Title className={styles.title}>{title}</Dialog.Title>
              <Dialog.Close
                render={
                  <IconButton label="Close">
                    <X size={16} aria-hidden />
                  </IconButton>
                }
              />
            </div>
            <div className={styles.body} data-body>
              {description && (
                <Dialog.Description className={styles.description}>{description}</Dialog.Description>
              )}
              {children}
            </div>
            {actions && (
              <div className={styles.actions} data-actions>
                {actions}
              </div>
            )}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
