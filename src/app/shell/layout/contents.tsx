import styles from './contents.module.css';

function Empty({ title }: { title: string }) {
  return <h2 className={styles.title}>{title}</h2>;
}

export const RailContent = () => <Empty title="Files" />;
export const CanvasContent = () => <Empty title="Canvas" />;
export const FormContent = () => <Empty title="Form" />;
export const YamlContent = () => <Empty title="YAML" />;
export const DrawerContent = () => <Empty title="Problems" />;
