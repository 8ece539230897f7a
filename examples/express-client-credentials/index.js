import express from 'express';
import { requireToken } from './require-token.js';
import { settings } from './settings.js';

const app = express();

app.get('/', requireToken(settings), (request, response) => {
  response.json({ message: 'Hello', client: request.claims.cid });
});

app.listen(settings.port, () => console.log(`Listening on http://localhost:${settings.port}`));
