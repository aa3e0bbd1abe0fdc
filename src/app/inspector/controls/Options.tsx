import { Select } from '@base-ui/react/select';
import { ChevronDown } from 'lucide-react';
import list from '../../controls/popupList.module.css';
import styles from './options.module.css';

export interface Option {
  readonly value: string;
  readonly title: string;
  readonly note?: string;
}

interface OptionsProps {
  readonly id: string;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly placeholder: string;
  readonly disabled?: boolean;
  readonly ariaLabel?: string | undefined;
  readonly labelledBy?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly onChoose: (value: string) => void;
}

/** One of many, in a list that opens; each with a sentence where there is one. */
export function Options({
  id,
  options,
  value,
  placeholder,
  disabled = false,
  ariaLabel,
  labelledBy,
  describedBy,
  onChoose,
}: OptionsProps) {
  return (
    <Select.Root
      modal={false}
      items={options.map((option) => ({ value: option.value, label: option.title }))}
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        if (typeof next === 'string') onChoose(next);
      }}
    >
      <Select.Trigger
        id={id}
        className={styles.trigger}
        aria-label={ariaLabel}
        aria-labelledby={ariaLabel ? undefined : labelledBy && `${labelledBy} ${id}`}
        aria-describedby={describedBy || undefined}
      >
        <Select.Value className={styles.value} placeholder={placeholder} />
        <Select.Icon className={styles.icon}>
          <ChevronDown size={13} aria-hidden="true" />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner className={list.positioner} sideOffset={4} alignItemWithTrigger={false}>
          <Select.Popup className={list.popup}>
            <Select.List className={list.list}>
              {options.map((option) => (
                <Select.Item
                  key={option.value}
                  value={option.value}
                  className={`${list.item} ${styles.item}`}
                >
                  <Select.ItemText className={styles.text}>{option.title}</Select.ItemText>
                  {option.note && <span className={list.note}>{option.note}</span>}
                </Select.Item>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
