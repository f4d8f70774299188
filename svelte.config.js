/** Read by svelte-check, eslint and the Vite plug-in. */
export default { compilerOptions: { runes: true } };
