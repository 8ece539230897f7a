// An org of many users in a process of its own, so that its memory does not count. Prints its address and token.
import { createEmulator } from '../../src/emulator.js';

const users = Array.from({ length: Number(process.argv[2]) }, (_, i) => ({
  profile: { login: `user${i}@example.com`, email: `user${i}@example.com`, firstName: 'Ada', lastName: `Number ${i}` },
}));
const emulator = createEmulator({ seed: { users } });
const { url } = await emulator.listen();
console.log(JSON.stringify({ url, token: emulator.token }));
process.once('SIGTERM', () => process.exit());
