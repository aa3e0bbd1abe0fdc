import { Plus } from 'lucide-react';
import { useForm, useLocked } from '../form/context.ts';
import type { Offer } from '../model/arrange.ts';
import { pathKey } from '../model/path.ts';
import styles from './offers.module.css';

/** What is often wanted and not there, one press away. Nothing is written until something is typed in it. */
export function Offers({ offers }: { offers: readonly Offer[] }) {
  const form = useForm();
  if (useLocked()) return null;
  return (
    <div className={styles.offers}>
      {offers.map(({ field, path }) => (
        <button
          key={pathKey(path)}
          type="button"
          className={styles.offer}
          aria-label={`Add ${field.title}`}
          onClick={() => {
            form.open(path);
            form.reveal(path, 'input');
          }}
        >
          <Plus size={11} aria-hidden="true" />
          {field.title}
        </button>
      ))}
    </div>
  );
}
