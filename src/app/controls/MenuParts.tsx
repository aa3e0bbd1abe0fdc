import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { MenuChoiceProps, MenuItemProps } from './Menu.tsx';
import styles from './Menu.module.css';

export function Item({ title, keys, disabled = false, danger = false, onClick }: MenuItemProps) {
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

export function Line() {
  return <Menu.Separator className={styles.line} />;
}
