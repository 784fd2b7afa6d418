namespace KhuyenCong.Domain.Treasury;

/// <summary>Điểm lệch giữa hợp đồng, nghiệm thu và thanh toán.</summary>
public enum TieFault
{
    /// <summary>Sổ dự toán khác tổng đề nghị đã chi.</summary>
    BookDiffers,

    /// <summary>Đã chi vượt giá trị hợp đồng.</summary>
    AboveContract,

    /// <summary>Mức hỗ trợ theo nghiệm thu vượt giá trị hợp đồng.</summary>
    DueAboveContract,

    /// <summary>Đã thanh toán vượt mức hỗ trợ theo nghiệm thu.</summary>
    AboveDue,

    /// <summary>Đã chi mà chưa khớp đủ với sao kê.</summary>
    NotTied,
}

/// <summary>Đối chiếu ba bên hợp đồng – nghiệm thu – thanh toán: the same money as four places say it.</summary>
/// <param name="Contracted">Giá trị hợp đồng from allotted sources.</param>
/// <param name="Due">Mức hỗ trợ theo nghiệm thu; null where none is concluded.</param>
/// <param name="Advanced">Dư tạm ứng in the book.</param>
/// <param name="Paid">Đã thanh toán in the book, settled or not.</param>
/// <param name="Returned">Đã thu hồi sau quyết toán.</param>
/// <param name="Requested">Requests paid, less recoveries.</param>
/// <param name="Tied">What of them lines of statements prove.</param>
public sealed record ThreeWayTie(Dong Contracted, Dong? Due, Dong Advanced, Dong Paid, Dong Returned, Dong Requested, Dong Tied)
{
    /// <summary>What left for the contract by the book.</summary>
    public Dong Spent => Advanced + Paid + Returned;

    public IReadOnlyList<TieFault> Faults =>
    [
        .. If(Spent != Requested, TieFault.BookDiffers),
        .. If(Spent > Contracted, TieFault.AboveContract),
        .. If(Due > Contracted, TieFault.DueAboveContract),
        .. If(Due is { } due && Paid > due, TieFault.AboveDue),
        .. If(Tied != Requested, TieFault.NotTied),
    ];

    private static IEnumerable<TieFault> If(bool isFault, TieFault fault) => isFault ? [fault] : [];
}
