// Gets one user and ends: what is measured is the whole process.
import { contend } from './contenders.js';

const USER = '00u00000000000000001';
const [name, url] = process.argv.slice(2);
const { getUser } = await contend(name, url);
await getUser(USER);
process.exit();
