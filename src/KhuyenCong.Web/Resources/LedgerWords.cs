using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Web.Resources;

/// <summary>Accounts, entries and their causes in Vietnamese.</summary>
public static class LedgerWords
{
    /// <summary>KCQG money is kept apart: it is contracted with the Cục and is no money of the province's budget.</summary>
    public const string SeparateBook = "Sổ riêng: kinh phí KCQG theo hợp đồng với Cục";

    /// <summary>Accounts in the order money goes through them, without the outside.</summary>
    public static readonly IReadOnlyList<LedgerAccount> Accounts = [.. Enum.GetValues<LedgerAccount>().Where(a => a is not LedgerAccount.Outside)];

    public static bool IsSeparate(string source) => source == FundingSource.National.Code;

    /// <summary>In which of the two books it is.</summary>
    public static string Book(bool isSeparate) => isSeparate ? SeparateBook : "Ngân sách tỉnh, xã";

    public static string Text(this LedgerAccount account) => account switch
    {
        LedgerAccount.Outside => "Ngoài sổ",
        LedgerAccount.Available => "Dự toán còn lại",
        LedgerAccount.Reserved => "Dành dự toán",
        LedgerAccount.Committed => "Cam kết chi",
        LedgerAccount.Advanced => "Tạm ứng",
        LedgerAccount.Paid => "Đã thanh toán",
        LedgerAccount.Settled => "Đã quyết toán",
        LedgerAccount.Returned => "Đã thu hồi nộp ngân sách",
        LedgerAccount.Cancelled => "Đã hủy dự toán",
        _ => "Đã chuyển nguồn",
    };

    public static string Text(this LedgerNumber number) => number switch
    {
        LedgerNumber.Allotted => "Được giao, nhận chuyển nguồn",
        LedgerNumber.Available => "Dự toán còn lại",
        LedgerNumber.Reserved => "Dành dự toán",
        LedgerNumber.Committed => "Cam kết chi",
        LedgerNumber.Advanced => "Tạm ứng",
        LedgerNumber.Paid => "Đã thanh toán, chưa quyết toán",
        LedgerNumber.Settled => "Đã quyết toán",
        LedgerNumber.Returned => "Đã thu hồi nộp ngân sách",
        LedgerNumber.Cancelled => "Đã hủy dự toán",
        LedgerNumber.CarriedOver => "Đã chuyển nguồn sang năm sau",
        LedgerNumber.InUse => "Đã phê duyệt, đang dùng",
        LedgerNumber.Spent => "Đã thanh toán, gồm cả phần đã quyết toán",
        LedgerNumber.Unspent => "Chưa thanh toán: dành, cam kết, tạm ứng",
        LedgerNumber.Undrawn => "Chưa chi: dành, cam kết",
        LedgerNumber.Contracted => "Giá trị hợp đồng",
        LedgerNumber.GivenBack => "Trả về nguồn, chuyển năm sau",
        LedgerNumber.ReturnedToSource => "Đã trả về nguồn",
        LedgerNumber.CarriedIn => "Dự toán năm trước chuyển sang",
        LedgerNumber.AdvancesIn => "Số dư tạm ứng năm trước chuyển sang",
        LedgerNumber.Given => "Giao, bổ sung trong năm",
        LedgerNumber.Withdrawn => "Thu lại, giảm trong năm",
        _ => "Thu hồi trong năm",
    };

    public static string Text(this LedgerKind kind) => kind switch
    {
        LedgerKind.Allot => "Giao dự toán",
        LedgerKind.Withdraw => "Giảm dự toán được giao",
        LedgerKind.Reserve => "Dành dự toán",
        LedgerKind.Release => "Trả lại phần dành",
        LedgerKind.Commit => "Cam kết chi",
        LedgerKind.Uncommit => "Giảm cam kết chi",
        LedgerKind.Advance => "Tạm ứng",
        LedgerKind.ClearAdvance => "Thanh toán tạm ứng",
        LedgerKind.Pay => "Thanh toán",
        LedgerKind.Settle => "Quyết toán",
        LedgerKind.RecoverAdvance => "Thu hồi tạm ứng",
        LedgerKind.RecoverPaid => "Thu hồi khoản đã thanh toán",
        LedgerKind.RecoverSettled => "Thu hồi khoản đã quyết toán, nộp ngân sách",
        LedgerKind.Cancel => "Hủy dự toán",
        LedgerKind.CarryOut => "Chuyển nguồn dự toán sang năm sau",
        LedgerKind.CarryOutAdvance => "Chuyển nguồn số dư tạm ứng sang năm sau",
        LedgerKind.CarryIn => "Nhận chuyển nguồn dự toán",
        _ => "Nhận chuyển nguồn số dư tạm ứng",
    };

    public static string Text(this LedgerCauseKind cause) => cause switch
    {
        LedgerCauseKind.Allotment => "Lần giao dự toán",
        LedgerCauseKind.PlanDecision => "Quyết định của kế hoạch",
        LedgerCauseKind.Contract => "Hợp đồng, phụ lục",
        LedgerCauseKind.PaymentRequest => "Đề nghị tạm ứng, thanh toán",
        LedgerCauseKind.Settlement => "Quyết toán hợp đồng",
        LedgerCauseKind.YearEnd => "Khóa sổ cuối năm",
        LedgerCauseKind.ManagementEstimate => "Dự toán chi quản lý",
        LedgerCauseKind.ManagementVoucher => "Chứng từ chi quản lý",
        _ => "Bút toán ngược",
    };

    /// <summary>The record that an entry follows from: where it is read, and where it is undone.</summary>
    /// <param name="allocationId">The line of the entry: allotments are on its page.</param>
    public static string PathOf(LedgerCauseKind cause, Guid id, Guid allocationId) => cause switch
    {
        LedgerCauseKind.Allotment => $"/du-toan/{allocationId}",
        LedgerCauseKind.PlanDecision => $"/ke-hoach/dot/{id}",
        LedgerCauseKind.Contract => $"/hop-dong/{id}",
        LedgerCauseKind.PaymentRequest => $"/thanh-toan/{id}",
        LedgerCauseKind.Settlement => $"/quyet-toan/{id}",
        LedgerCauseKind.YearEnd => $"/so-du-toan/{id}",
        LedgerCauseKind.ManagementEstimate => $"/chi-quan-ly/{id}",
        LedgerCauseKind.ManagementVoucher => $"/chi-quan-ly/chung-tu/{id}",
        _ => $"/so-du-toan/but-toan/{id}",
    };

    /// <summary>Where an entry that is not taken back in the ledger is put right; null where nothing of it can be.</summary>
    public static (string Name, string Path)? UndoneAt(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry switch
        {
            { CauseKind: LedgerCauseKind.Correction } => null,
            { CauseKind: LedgerCauseKind.Allotment } => ("trang dự toán được giao", $"/du-toan/{entry.AllocationId}"),
            { CauseKind: LedgerCauseKind.PlanDecision } => ("đợt kế hoạch", PathOf(entry.CauseKind, entry.CauseId, entry.AllocationId)),
            { CauseKind: LedgerCauseKind.Contract } => ("hợp đồng", PathOf(entry.CauseKind, entry.CauseId, entry.AllocationId)),
            { CauseKind: LedgerCauseKind.PaymentRequest } => ("đề nghị tạm ứng, thanh toán", PathOf(entry.CauseKind, entry.CauseId, entry.AllocationId)),
            { CauseKind: LedgerCauseKind.Settlement, Kind: LedgerKind.RecoverSettled } => ("mục thu hồi của hồ sơ quyết toán", $"{PathOf(entry.CauseKind, entry.CauseId, entry.AllocationId)}#thu-hoi"),
            { CauseKind: LedgerCauseKind.Settlement } => ("hồ sơ quyết toán", PathOf(entry.CauseKind, entry.CauseId, entry.AllocationId)),
            { CauseKind: LedgerCauseKind.ManagementEstimate } => ("dự toán chi quản lý", PathOf(entry.CauseKind, entry.CauseId, entry.AllocationId)),
            { CauseKind: LedgerCauseKind.ManagementVoucher } => ("chứng từ chi quản lý", PathOf(entry.CauseKind, entry.CauseId, entry.AllocationId)),
            // A closed year stays closed: what came over too much is put right in the year that got it.
            { Kind: LedgerKind.CarryIn } => ("trang dự toán được giao", $"/du-toan/{entry.AllocationId}"),
            { Kind: LedgerKind.CarryInAdvance, ContractId: { } contract } => ("hợp đồng", $"/hop-dong/{contract}"),
            _ => null,
        };
    }

    public static string Text(this YearEndProposalState state) => state switch
    {
        YearEndProposalState.Proposed => "Chờ duyệt khóa sổ",
        YearEndProposalState.Approved => "Đã duyệt, đã khóa sổ",
        _ => "Đã rút",
    };

    /// <summary>Stored codes of ledger fields in words, for histories.</summary>
    public static string? OfCode(string field, string code) => field switch
    {
        "Kind" when Enum.TryParse<LedgerKind>(code, out var kind) => kind.Text(),
        "FromAccount" or "ToAccount" when Enum.TryParse<LedgerAccount>(code, out var account) => account.Text(),
        "CauseKind" when Enum.TryParse<LedgerCauseKind>(code, out var cause) => cause.Text(),
        _ => null,
    };
}
