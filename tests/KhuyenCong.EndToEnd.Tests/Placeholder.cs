namespace KhuyenCong;
