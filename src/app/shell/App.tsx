import { Tooltip } from '@base-ui/react/tooltip';
import { useThemeOnDocument } from '../theme/useTheme.ts';
import { Layout } from './layout/Layout.tsx';
import styles from './App.module.css';

/** The whole screen. */
export function App() {
  useThemeOnDocument();
  return (
    <Tooltip.Provider delay={400}>
      <div className={styles.app}>
        <header className={styles.header}>
          <h1>Meshwright</h1>
        </header>
        <Layout />
      </div>
    </Tooltip.Provider>
  );
}
