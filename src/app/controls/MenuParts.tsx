import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { createContext, use } from 'react';
import { flushSync } from 'react-dom';
import styles from './Menu.module.css';

interface MenuItemProps {
  title: string;
  /** The shortcut, as shown to people. */
  keys?: string | undefined;
  disabled?: boolean;
  danger?: boolean;
  onClick: () => void;
}

export interface MenuChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; title: string }[];
  onChange: (value: T) => void;
}

/** Closes the menu around a line. */
export const CloseMenu = createContext<() => void>(() => {});

/** See `MenuItem`; here is what it draws once a menu was asked for. */
export function Item({ title, keys, disabled = false, danger = false, onClick }: MenuItemProps) {
  const close = use(CloseMenu);
  return (
    <Menu.Item
      className={danger ? `${styles.item} ${styles.danger}` : styles.item}
      disabled={disabled}
      closeOnClick={false}
      onClick={() => {
        // The menu gives the keyboard back first; what is done may then take it elsewhere, all before the next key.
        flushSync(close);
        queueMicrotask(onClick);
      }}
    >
      <span className={styles.title}>{title}</span>
      {keys && <kbd className={styles.keys}>{keys}</kbd>}
    </Menu.Item>
  );
}

/** See `MenuChoice`. */
export function Choice<T extends string>({ label, value, options, onChange }: MenuChoiceProps<T>) {
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

interface MenuCheckProps {
  title: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** See `MenuCheck`. */
export function CheckLine({ title, checked, onChange }: MenuCheckProps) {
  return (
    <Menu.CheckboxItem className={styles.item} checked={checked} onCheckedChange={onChange}>
      <span className={styles.title}>{title}</span>
      <Menu.CheckboxItemIndicator className={styles.mark}>
        <Check size={14} aria-hidden />
      </Menu.CheckboxItemIndicator>
    </Menu.CheckboxItem>
  );
}

/** See `MenuLine`. */
export function Line() {
  return <Menu.Separator className={styles.line} />;
}
