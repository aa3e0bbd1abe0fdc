import { useId, type ReactNode } from 'react';
import { RovingRow } from './RovingRow.tsx';
import styles from './TabBar.module.css';

export interface TabChoice<T extends string> {
  readonly value: T;
  readonly title: string;
  /** A number beside the title, with what it counts: `unit` for all to read, `words` where there is no room for them. */
  readonly badge?: {
    readonly count: number;
    readonly unit?: string;
    readonly words?: string;
    readonly tone: 'plain' | 'warn' | 'error';
  };
}

interface TabBarProps<T extends string> {
  label: string;
  value: T;
  tabs: readonly TabChoice<T>[];
  onChange: (value: T) => void;
  /** Called when a tab is pressed, the chosen one too: a closed drawer opens by it. */
  onPress?: () => void;
  /** Tabs share the width in equal parts. */
  wide?: boolean;
  /** Stands at the end of the row. */
  end?: ReactNode;
  /** The content of the chosen tab; `null` while there is no room to show it. */
  children: ReactNode;
}

/** A row of tabs over (or, as markup goes, before) the content of the one that is chosen. */
export function TabBar<T extends string>({
  label,
  value,
  tabs,
  onChange,
  onPress,
  wide,
  end,
  children,
}: TabBarProps<T>) {
  const id = useId();
  const press = (next: T) => {
    onPress?.();
    if (next !== value) onChange(next);
  };
  return (
    <div className={styles.root}>
      <div className={styles.bar}>
        <RovingRow
          kind="tablist"
          aria-label={label}
          className={wide ? `${styles.list} ${styles.wide}` : styles.list}
        >
          {tabs.map((tab) => (
            <button
              key={tab.value}
              type="button"
              role="tab"
              id={`${id}-${tab.value}`}
              aria-selected={tab.value === value}
              aria-controls={tab.value === value ? id : undefined}
              className={styles.tab}
              onClick={() => press(tab.value)}
            >
              {tab.title}
              {tab.badge && tab.badge.count > 0 && (
                <span className={`${styles.badge} ${styles[tab.badge.tone]}`}>
                  {tab.badge.count}
                  {tab.badge.unit && ` ${tab.badge.unit}`}
                  {tab.badge.words && <span className="visually-hidden"> {tab.badge.words}</span>}
                </span>
              )}
            </button>
          ))}
        </RovingRow>
        {end && <div className={styles.end}>{end}</div>}
      </div>
      <div
        key={value}
        role="tabpanel"
        id={id}
        aria-labelledby={`${id}-${value}`}
        className={styles.content}
        tabIndex={-1}
      >
        {children}
      </div>
    </div>
  );
}
