// Gets one user: prints the milliseconds since the process began, all of Node's own included.
import { contend } from './contenders.js';

const USER = '00u00000000000000001';
const [name, url] = process.argv.slice(2);
const { getUser } = await contend(name, url);
await getUser(USER);
console.log(JSON.stringify({ milliseconds: performance.now() }));
process.exit();
