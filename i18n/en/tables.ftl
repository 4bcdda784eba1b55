# Messages of the room “tables”.
