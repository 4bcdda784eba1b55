# Messages of the room “notation”.
