import { Button } from '../../controls/index.ts';
import { useStore } from '../../useStore.ts';
import { packStore } from './packStore.ts';
import { useOpenAddress } from './useOpenAddress.ts';
import styles from '../LessonsDialog.module.css';

/** Packs that lie beside the page and were not opened yet. */
export function OfferedPacks() {
  const { offered, packs } = useStore(packStore, (state) => state);
  const { opening, open } = useOpenAddress();
  const known = new Set((packs ?? []).map(({ address }) => address));
  const fresh = offered.filter(({ address }) => !known.has(address));
  if (fresh.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="lessons-offered">
      <h3 id="lessons-offered" className={styles.heading}>
        Offered on this site
      </h3>
      <ul className={styles.offers}>
        {fresh.map(({ address, title }) => (
          <li key={address} className={styles.offer}>
            <span className={styles.title}>{title}</span>
            <Button
              size="small"
              disabled={opening !== null}
              aria-label={`Open the pack ${title}`}
              onClick={() => open(address)}
            >
              {opening === address ? 'Opening…' : 'Open'}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
