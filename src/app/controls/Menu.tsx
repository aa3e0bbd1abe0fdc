import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { popupRoot } from './popupRoot.ts';
import styles from './Menu.module.css';

interface DropMenuProps {
  /** The button that opens it; gets the menu's props. */
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A button with a menu of things to do. Arrow keys move, letters jump, Escape closes. */
export function DropMenu({ trigger, children, align = 'end', ...state }: DropMenuProps) {
  return (
    <Menu.Root {...state}>
      <Menu.Trigger render={trigger} />
      <Menu.Portal container={popupRoot}>
        <Menu.Positioner align={align} sideOffset={4} className={styles.positioner}>
          <Menu.Popup className={styles.popup}>{children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface MenuItemProps {
  title: string;
  /** The shortcut, as shown to people. */
  keys?: string | undefined;
  disabled?: boolean;
  danger?: boolean;
  onClick: () => void;
}

export function MenuItem({ title, keys, disabled = false, danger = false, onClick }: MenuItemProps) {
  return (
    <Menu.Item
      className={danger ? `${styles.item} ${styles.danger}` : styles.item}
      disabled={disabled}
      onClick={onClick}
    >
      <span className={styles.title}>{title}</span>
      {keys && <kbd className={styles.keys}>{keys}</kbd>}
    </Menu.Item>
  );
}

interface MenuChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; title: string }[];
  onChange: (value: T) => void;
}

/** One of a few, with a mark at the one that is chosen. */
export function MenuChoice<T extends string>({ label, value, options, onChange }: MenuChoiceProps<T>) {
  return (
    <Menu.RadioGroup value={value} onValueChange={(next: T) => onChange(next)} aria-label={label}>
      {options.map((option) => (
        <Menu.RadioItem key={option.value} value={option.value} className={styles.item} closeOnClick>
          <span className={styles.title}>{option.title}</span>
          <Menu.RadioItemIndicator className={styles.mark}>
            <Check size={14} aria-hidden />
          </Menu.RadioItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

export function MenuLine() {
  return <Menu.Separator className={styles.line} />;
}
