using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.ManagementCosts;

/// <summary>Nội dung dự toán chi quản lý, as typed.</summary>
public sealed record ManagementText(ManagementParty Party, string? Note, IReadOnlyList<ManagementLineText> Lines);

/// <summary>Một dòng dự toán chi quản lý, as typed.</summary>
/// <param name="Quantity">In thousandths.</param>
public sealed record ManagementLineText(Guid ManagementLineId, ManagementItem Item, string Content, string Unit, long Quantity, Dong UnitPrice)
{
    public const int Thousand = 1000;
    public const long MostAmount = 1_000_000_000_000_000;
    public const long MostQuantity = 1_000_000_000_000;

    /// <summary>Quantity by unit price; null where that is no whole đồng or beyond reason.</summary>
    public Dong? Amount
    {
        get
        {
            if (Quantity < 0 || Quantity > MostQuantity || UnitPrice.Amount is < 0 or > MostAmount)
            {
                return null;
            }

            var product = (decimal)Quantity * UnitPrice.Amount;
            return product % Thousand == 0 && product / Thousand <= MostAmount ? new((long)(product / Thousand)) : null;
        }
    }
}

/// <summary>Đã lập dự toán chi quản lý.</summary>
public sealed record ManagementDrafted(Guid ManagementEstimateId, Allocation Line, ManagementWritten Written, DateOnly On);

/// <summary>Đã ghi dự toán chi quản lý.</summary>
public sealed record ManagementWritten(ManagementText Text, Guid By, DateTime At);

/// <summary>Bước được yêu cầu với dự toán chi quản lý.</summary>
public sealed record ManagementMove(ManagementAction Action, string? Note = null, string? DocumentNumber = null, DateOnly? DocumentDate = null);

/// <summary>Đã chuyển bước dự toán chi quản lý.</summary>
/// <param name="Spent">What is settled, where it settles.</param>
/// <param name="Left">What goes back, where it settles.</param>
public sealed record ManagementMoved(Guid ManagementEstimateId, Guid ManagementStepId, ManagementMove Move, ManagementState To, Guid By, DateOnly On, DateTime At, Dong? Spent = null, Dong? Left = null);

/// <summary>Nội dung chứng từ chi quản lý, as typed.</summary>
public sealed record ManagementVoucherText
{
    public Guid ManagementLineId { get; init; }

    public string Number { get; init; } = "";

    public DateOnly? IssuedOn { get; init; }

    public string Payee { get; init; } = "";

    public string Content { get; init; } = "";

    public Dong Amount { get; init; }

    public string? InvoiceNumber { get; init; }

    public string? InvoiceSeries { get; init; }

    public string? InvoiceSeller { get; init; }

    /// <summary>Mục of the mục lục ngân sách; never asked for.</summary>
    public string? BudgetItem { get; init; }

    /// <summary>Tiểu mục.</summary>
    public string? BudgetSubItem { get; init; }

    public Served? Served { get; init; }

    /// <summary>What it served, where that is on no record.</summary>
    public string? ServedNote { get; init; }

    public IReadOnlyList<EquipmentText> Equipment { get; init; } = [];
}

/// <summary>Một thiết bị mua bằng chi quản lý, as typed.</summary>
public sealed record EquipmentText(Guid ManagementEquipmentId, string Name, string? Serial, string Place, string Keeper, Dong Price)
{
    /// <summary>How it is recognised: name and serial as they are compared; null where no serial is told.</summary>
    public string? Key => SearchText.Fold(Serial ?? "").Replace(" ", "", StringComparison.Ordinal) is { Length: > 0 } serial ? $"{SearchText.Fold(Name).Trim()}|{serial}" : null;
}

/// <summary>Đã lập chứng từ chi quản lý.</summary>
public sealed record ManagementVoucherDrafted(Guid ManagementVoucherId, ManagementEstimate Estimate, ManagementVoucherWritten Written, DateOnly On);

/// <summary>Đã ghi chứng từ chi quản lý.</summary>
public sealed record ManagementVoucherWritten(ManagementVoucherText Text, ManagementItem Item, string? InvoiceTrace, string? InvoiceDetail, Guid By, DateTime At);

/// <summary>Bước được yêu cầu với chứng từ chi quản lý.</summary>
public sealed record ManagementVoucherMove(ManagementVoucherAction Action, string? Note = null, DateOnly? Date = null, string? TreasuryNumber = null);

/// <summary>Đã chuyển bước chứng từ chi quản lý.</summary>
public sealed record ManagementVoucherMoved(Guid ManagementVoucherId, Guid StepId, ManagementVoucherMove Move, ManagementVoucherState To, Guid By, DateOnly On, DateTime At);

/// <summary>Đã kèm giấy tờ vào chứng từ chi quản lý.</summary>
public sealed record ManagementPaperAttached(Guid ManagementPaperId, string Name, string FileSha, string FileName, Guid By, DateTime At);

/// <summary>Đã gỡ giấy tờ khỏi chứng từ chi quản lý.</summary>
public sealed record ManagementPaperRemoved(Guid ManagementPaperId, Guid By, DateTime At);

/// <summary>Đã bàn giao thiết bị quản lý: it stands elsewhere, or another keeps it.</summary>
public sealed record EquipmentHandedOver(Guid ManagementEquipmentId, string Place, string Keeper, string Document, Guid By, DateTime At);

/// <summary>Dòng dự toán và phần đã dùng của nó.</summary>
/// <param name="Line">As approved.</param>
/// <param name="Used">Vouchers asked for, approved or paid, without the one that is judged.</param>
public sealed record ManagementRoom(Dong Line, Dong Used)
{
    public Dong Left => Line - Used;
}
