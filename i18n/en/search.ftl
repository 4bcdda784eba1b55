# Messages of the room “search”.
