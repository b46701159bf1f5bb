import packageJson from '../../package.json' with { type: 'json' };

/** The product's version, as people and Databricks are told it. */
export const { version } = packageJson;
