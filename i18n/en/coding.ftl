# Messages of the room “coding”.
